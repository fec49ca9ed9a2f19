"use strict";
(() => {
  const closed = [];
  addEventListener("beforeprint", () => {
    document.querySelectorAll("details:not([open])").forEach((d) => { d.open = true; closed.push(d); });
  });
  addEventListener("afterprint", () => closed.splice(0).forEach((d) => { d.open = false; }));

  const only = document.getElementById("only");
  const hard = document.getElementById("hard");
  const apply = () => document.body.classList.toggle("hard", hard.checked);
  if (only) {
    only.hidden = !document.querySelector(".card.first");
    hard.addEventListener("change", apply);
    apply();
  }
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const card = target && target.closest(".card:not(.first)");
    if (!card || !hard?.checked) return;
    hard.checked = false;
    apply();
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);

  /* Another version as the base. What each wording has in a box lies in the box's template. */
  const kinds = {};
  document.querySelectorAll(".kinds li").forEach((li) => {
    kinds[li.dataset.kind] = { rank: +li.dataset.rank, fold: "fold" in li.dataset, slug: li.className, shown: li.firstElementChild };
  });
  const made = (name, kind, ...inside) => {
    const element = document.createElement(name);
    element.className = kind;
    element.append(...inside);
    return element;
  };
  const known = (kind) => kinds[kind] || { rank: 9, fold: false, slug: kind, shown: made("span", "kind", kind) };
  const other = { addition: "omission", omission: "addition" };
  const between = (a, b) => {
    if (!a || !b) return b || other[a] || a;
    if (a === b) return other[a] || a === "order" ? "wording" : a;
    return known(a).rank < known(b).rank ? a : b;
  };
  const has = (list, number) => list.split(" ").includes(number);
  const words = (held) => made("bdi", "", held.textContent);
  const letters = (held, links) => {
    const all = held.dataset.who.split(" ").map((letter) => links.get(letter)?.cloneNode(true) || made("span", "siglum", letter));
    const more = held.dataset.more === "0" ? "" : ` and ${held.dataset.more} more`;
    return made("span", "who", ...all.flatMap((one) => [one, " "]), more);
  };
  const age = (held) => held.dataset.age ? [made("span", `age ${held.dataset.age}`, held.dataset.age)] : [];
  const alternative = (held, kind, links) => {
    const text = words(held);
    text.className = "words";
    const said = text.textContent ? text : made("span", "none", "left out");
    return made("span", `alt ${kind.slug}`, kind.shown.cloneNode(true), " ", said, " ", letters(held, links), ...age(held));
  };
  const first = new Map();
  const show = (box, number, links) => {
    if (!first.has(box)) first.set(box, { kind: box.className, inside: [...box.children] });
    const before = first.get(box);
    const held = [...box.querySelector("template").content.children];
    const mine = held.find((one) => has(one.dataset.of, number));
    if (number === "0" || !mine) {
      box.className = before.kind;
      box.replaceChildren(...before.inside);
      return;
    }
    const others = held.filter((one) => one !== mine)
      .map((one) => ({ one, kind: known(between(mine.dataset.kind, one.dataset.kind)) }))
      .sort((a, b) => a.kind.rank - b.kind.rank);
    const own = words(mine);
    const base = made("span", "base", own.textContent ? own : made("span", "caret", "‸", made("span", "vh", "nothing here")), ...age(mine));
    const alts = made("span", "alts", made("span", "vh", " (elsewhere: "), ...others.map((o) => alternative(o.one, o.kind, links)), made("span", "vh", ") "));
    const fold = others.every((o) => o.kind.fold) ? " fold" : "";
    box.className = `box${fold} ${others.length ? others[0].kind.slug : ""}`;
    box.replaceChildren(base, alts, box.querySelector("template"));
  };
  const rebase = (card, number) => {
    const links = new Map([...card.querySelectorAll(".versions a.siglum")].map((a) => [a.textContent, a]));
    card.querySelectorAll(".wording .box").forEach((box) => show(box, number, links));
    card.querySelectorAll(".wording [data-cut]").forEach((piece) => piece.classList.toggle("cut", has(piece.dataset.cut, number)));
    card.querySelectorAll(".versions li").forEach((li) => {
      const here = li.dataset.of === number;
      li.classList.toggle("now", here);
      li.querySelector(".here").textContent = here ? ", shown here" : "";
    });
  };
  document.querySelectorAll(".choose").forEach((line) => {
    const select = line.querySelector("select");
    const chosen = () => rebase(line.closest(".card"), select.value);
    line.hidden = false;
    select.addEventListener("change", chosen);
    if (select.value !== "0") chosen();
  });

  const links = new Map();
  document.querySelectorAll('.layout > nav a[href^="#"]').forEach((a) => links.set(a.hash.slice(1), a));
  if (!("IntersectionObserver" in window)) return;
  const watch = new IntersectionObserver((seen) => {
    const first = seen.find((s) => s.isIntersecting);
    if (!first) return;
    links.forEach((a) => a.removeAttribute("aria-current"));
    const link = links.get(first.target.id);
    link.setAttribute("aria-current", "true");
    const nav = link.closest("nav");
    if (getComputedStyle(nav).position === "sticky") {
      const at = link.getBoundingClientRect().top - nav.getBoundingClientRect().top;
      if (at < 0 || at > nav.clientHeight - 40) nav.scrollTop += at - nav.clientHeight / 2;
    }
  }, { rootMargin: "0px 0px -75% 0px" });
  links.forEach((_, id) => {
    const target = document.getElementById(id);
    if (target) watch.observe(target);
  });
})();
