"use strict";
// A page that preview serves follows the files: when one has changed, it fetches itself again, and puts what is new in
// place. Where the reader is, and what is focused or switched, stays. A tab that nobody sees lets its connection go.
(() => {
  const lost = document.querySelector(".lost");
  let events = null;
  let latest = null;
  let isFetching = false;

  const put = (page) => {
    const focused = document.activeElement?.id;
    const beside = document.querySelector("aside")?.scrollTop ?? 0;
    const isClean = document.querySelector(".switch")?.checked ?? false;
    const { scrollX, scrollY } = window;
    document.title = page.title;
    document.documentElement.lang = page.documentElement.lang;
    document.documentElement.dataset.version = page.documentElement.dataset.version;
    document.querySelector("main").replaceWith(page.querySelector("main"));
    const clean = document.querySelector(".switch");
    if (clean && isClean) {
      clean.click();
    }
    document.querySelector("aside")?.scrollTo({ top: beside, behavior: "instant" });
    scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
    if (focused) {
      document.getElementById(focused)?.focus({ preventScroll: true });
    }
  };

  const renew = async () => {
    if (isFetching) {
      return;
    }
    isFetching = true;
    try {
      while (latest !== document.documentElement.dataset.version) {
        const wanted = latest;
        const answer = await fetch(location.href, { cache: "no-store" });
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        page.documentElement.dataset.version = wanted; // the page may be newer: then it is told again
        put(page);
      }
    } catch {
      lost.hidden = false; // until the next event
    } finally {
      isFetching = false;
    }
  };

  const listen = () => {
    events?.close();
    events = new EventSource("/changes");
    events.onmessage = (event) => {
      lost.hidden = true;
      latest = event.data;
      renew();
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
  if (!document.hidden) {
    listen(); // a browser has six connections for one server: tabs behind this one take none
  }
})();
