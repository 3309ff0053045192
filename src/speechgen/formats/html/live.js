"use strict";
// A page that preview serves follows the files: when one changes, it fetches itself again, and puts what is new in place.
// Where the reader is, and what is focused or switched, stays. A tab that nobody sees lets its connection go.
(() => {
  const lost = document.querySelector(".lost");
  let events = null;
  let seen = null;

  const renew = async () => {
    const answer = await fetch(location.href, { cache: "no-store" });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const focused = document.activeElement?.id;
    const beside = document.querySelector("aside")?.scrollTop ?? 0;
    const { scrollX, scrollY } = window;
    document.title = page.title;
    document.documentElement.lang = page.documentElement.lang;
    const is_clean = document.querySelector(".switch")?.checked ?? false;
    document.querySelector("main").replaceWith(page.querySelector("main"));
    const clean = document.querySelector(".switch");
    if (clean) {
      clean.checked = is_clean;
    }
    document.querySelector("aside")?.scrollTo({ top: beside, behavior: "instant" });
    scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
    if (focused) {
      document.getElementById(focused)?.focus({ preventScroll: true });
    }
  };

  const listen = () => {
    events = new EventSource("/changes");
    events.onmessage = (event) => {
      lost.hidden = true;
      if (seen !== null && seen !== event.data) {
        renew();
      }
      seen = event.data;
    };
    events.onerror = () => {
      lost.hidden = false;
    };
  };

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      events?.close();
    } else {
      listen();
    }
  });
  listen();
})();
