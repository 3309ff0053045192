"use strict";
// A page served by preview updates itself: when a file changes, it fetches itself again and replaces its content, keeping
// the scroll position, the focus and the switch. A hidden tab closes its connection.
(() => {
  const lost = document.querySelector(".lost");
  let events = null;
  let latest = null;
  let isFetching = false;

  const replaceContent = (page) => {
    const focused = document.activeElement?.id;
    const asideScroll = document.querySelector("aside")?.scrollTop ?? 0;
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
    document.querySelector("aside")?.scrollTo({ top: asideScroll, behavior: "instant" });
    scrollTo({ left: scrollX, top: scrollY, behavior: "instant" });
    if (focused) {
      document.getElementById(focused)?.focus({ preventScroll: true });
    }
  };

  const update = async () => {
    if (isFetching) {
      return;
    }
    isFetching = true;
    try {
      while (latest !== document.documentElement.dataset.version) {
        const wanted = latest;
        const response = await fetch(location.href, { cache: "no-store" });
        const page = new DOMParser().parseFromString(await response.text(), "text/html");
        page.documentElement.dataset.version = wanted; // if the page is newer, another event follows
        replaceContent(page);
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
      update();
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
    listen(); // browsers allow six connections to a server, so hidden tabs must not hold one
  }
})();
