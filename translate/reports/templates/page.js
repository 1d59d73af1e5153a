// Filters by a style sheet of their own, and lights up a mark and its note together.
"use strict";
const form = document.getElementById("filter");
if (form) {
  const sheet = document.head.appendChild(document.createElement("style"));
  const apply = () => {
    const off = [...form.querySelectorAll("[name=label]:not(:checked)")].map((box) => "." + box.value);
    const code = form.elements.code?.value;
    if (code) off.push(`:not([data-code="${CSS.escape(code)}"])`);
    const hidden = off.length ? `:is(${off.join(",")})` : ".nothing";
    const rules = [
      `.note${hidden}, .ref${hidden}, mark.point${hidden}::before { display: none }`,
      `.text mark${hidden} { text-decoration: none; background: none }`,
    ];
    if (off.includes(".repaired")) rules.push(".text ins { display: none } .text del { all: unset }");
    if (form.elements.only?.checked) {
      const shown = `:has(.note:not(.repaired):not(${hidden}))`;
      rules.push(`.pair:not(${shown}), .document:not(${shown}) { display: none }`);
    }
    sheet.textContent = `@media screen { ${rules.join("\n")} }`;
  };
  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
}
const light = (event) => {
  for (const lit of document.querySelectorAll(".lit")) lit.classList.remove("lit");
  if (event.type === "mouseout" || event.type === "focusout") return;
  const place = event.target.closest("[data-note]")?.dataset.note
    ?? event.target.closest(".ref")?.id.slice(1);
  if (!place) return;
  for (const part of document.querySelectorAll(`[data-note="${place}"]`)) part.classList.add("lit");
};
for (const type of ["mouseover", "mouseout", "focusin", "focusout"]) document.addEventListener(type, light);
