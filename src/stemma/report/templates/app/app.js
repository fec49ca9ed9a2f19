"use strict";
(() => {
  const secret = document.querySelector('meta[name="stemma-change"]').content;
  const wait = (milliseconds) => new Promise((done) => setTimeout(done, milliseconds));

  /* Words of an article that are marked by hand go into the form for notes. */
  const words = document.getElementById("words");
  const text = document.querySelector(".page .text");
  if (words && text) {
    const offset = (node, at) => {
      const sentence = (node.nodeType === 1 ? node : node.parentElement).closest(".sentence[id]");
      if (!sentence) return "";
      const range = document.createRange();
      range.setStart(sentence, 0);
      range.setEnd(node, at);
      const held = range.cloneContents();
      held.querySelectorAll(".ref").forEach((ref) => ref.remove());
      return Number(sentence.id.split("-")[2]) + [...held.textContent].length;
    };
    document.addEventListener("selectionchange", () => {
      const chosen = getSelection();
      if (!chosen.rangeCount || chosen.isCollapsed || !text.contains(chosen.anchorNode)) return;
      const range = chosen.getRangeAt(0);
      const held = range.cloneContents();
      held.querySelectorAll(".ref, .note").forEach((other) => other.remove());
      words.value = held.textContent.trim();
      document.getElementById("near").value = offset(range.startContainer, range.startOffset);
    });
  }

  /* A tap on a marked passage says where it comes from. */
  let open = null;
  const close = () => { open?.remove(); open = null; };
  document.addEventListener("click", (event) => {
    const part = event.target.closest(".text .part-of");
    if (event.target.closest(".whence")) return;
    close();
    if (!part || event.target.closest("a") || !getSelection().isCollapsed) return;
    open = document.createElement("div");
    open.className = "whence";
    open.setAttribute("role", "status");
    open.textContent = part.title;
    const place = part.getClientRects()[0];
    document.body.append(open);
    open.style.setProperty("left", `${Math.max(8, Math.min(place.left, innerWidth - open.offsetWidth - 8)) + scrollX}px`);
    open.style.setProperty("top", `${place.bottom + scrollY + 4}px`);
  });
  addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });

  /* Files that are dropped on the page, and how far the case is with them. */
  const progress = document.getElementById("progress");
  const follow = async () => {
    for (;;) {
      const now = await (await fetch("/api/change", { cache: "no-store" })).json();
      progress.hidden = false;
      progress.querySelector(".said").textContent = now.said;
      const bar = progress.querySelector("progress");
      if (now.state !== "running") {
        progress.querySelector(".now").textContent = now.outcome;
        bar.max = 1;
        bar.value = 1;
        progress.querySelector(".after").hidden = false;
        progress.dataset.state = now.state;
        return;
      }
      progress.dataset.state = "running";
      progress.querySelector(".after").hidden = true;
      progress.querySelector(".now").textContent = now.total ? `${now.stage}: ${now.done} of ${now.total}` : now.stage;
      if (now.total) { bar.max = now.total; bar.value = Math.min(now.done, now.total); } else bar.removeAttribute("value");
      await wait(250);
    }
  };
  if (progress && progress.dataset.state === "running") follow();

  const drop = document.getElementById("drop");
  if (!drop) return;
  const doing = drop.querySelector(".doing");
  const say = (said) => { doing.hidden = false; doing.textContent = said; };
  const send = async (files) => {
    const form = new FormData();
    for (const file of files) form.append("files", file, file.name);
    say(`Sending ${files.length === 1 ? files[0].name : `${files.length} files`} …`);
    const answer = await fetch("/add", { method: "POST", body: form, headers: { "X-Stemma-Change": secret, Accept: "application/json" } });
    if (answer.ok) { location.assign("/add"); return; }
    const said = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("main, body");
    say(said ? said.textContent.trim().replace(/\s+/g, " ") : "It was not taken.");
  };
  const filesOf = async (transfer) => {
    const entries = [...transfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    if (!entries.length) return [...transfer.files];
    const found = [];
    const walk = async (entry) => {
      if (entry.isFile) { found.push(await new Promise((done, failed) => entry.file(done, failed))); return; }
      const reader = entry.createReader();
      for (;;) {
        const some = await new Promise((done, failed) => reader.readEntries(done, failed));
        if (!some.length) return;
        for (const one of some) await walk(one);
      }
    };
    for (const entry of entries) await walk(entry);
    return found;
  };
  const over = (event) => { event.preventDefault(); drop.classList.add("over"); };
  addEventListener("dragover", over);
  addEventListener("dragleave", () => drop.classList.remove("over"));
  addEventListener("drop", async (event) => {
    event.preventDefault();
    drop.classList.remove("over");
    const files = await filesOf(event.dataTransfer);
    if (files.length) send(files);
  });
  drop.addEventListener("submit", (event) => {
    event.preventDefault();
    const files = [...document.getElementById("files").files];
    if (files.length) send(files);
  });
})();
