"use strict";
(() => {
  // What was opened by pointer or keyboard closes with Escape (WCAG 2.2, 1.4.13), until one of them moves on.
  const quiet = (is) => document.body.classList.toggle("quiet", is);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      quiet(true);
    }
  });
  for (const kind of ["pointermove", "pointerdown", "focusin"]) {
    addEventListener(kind, () => quiet(false));
  }
  // The clean text is words: there is nothing in it to go to by keyboard.
  addEventListener("change", (event) => {
    if (event.target.id === "clean") {
      const index = event.target.checked ? -1 : 0;
      document.querySelectorAll(".said").forEach((words) => (words.tabIndex = index));
    }
  });
})();
