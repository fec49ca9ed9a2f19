"use strict";
(() => {
  const closed = [];
  addEventListener("beforeprint", () => {
    document.querySelectorAll("details:not([open])").forEach((d) => { d.open = true; closed.push(d); });
  });
  addEventListener("afterprint", () => closed.splice(0).forEach((d) => { d.open = false; }));

  const only = document.getElementById("only");
  const hard = document.getElementById("hard");
  only.hidden = !document.querySelector(".card.first");
  const apply = () => document.body.classList.toggle("hard", hard.checked);
  hard.addEventListener("change", apply);
  apply();
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const card = target && target.closest(".card:not(.first)");
    if (!card || !hard.checked) return;
    hard.checked = false;
    apply();
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);

  const links = new Map();
  document.querySelectorAll("nav a").forEach((a) => links.set(a.hash.slice(1), a));
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
