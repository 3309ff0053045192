"use strict";
(() => {
  // Escape hides an open note (WCAG 2.2, 1.4.13) until the pointer or the focus moves.
  const quiet = (isQuiet) => document.body.classList.toggle("quiet", isQuiet);
  addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      quiet(true);
    }
  });
  for (const kind of ["pointermove", "pointerdown", "focusin"]) {
    addEventListener(kind, () => quiet(false));
  }
  // While the switch hides the notes, words with a note are not in the tab order.
  addEventListener("change", (event) => {
    if (event.target.id === "clean") {
      const index = event.target.checked ? -1 : 0;
      document.querySelectorAll(".sourced").forEach((words) => (words.tabIndex = index));
    }
  });
})();
