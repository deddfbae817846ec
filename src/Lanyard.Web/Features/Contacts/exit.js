// Leaves a page at once: where it leads to takes the page's place in the history. Without this, the link still leaves.
(() => {
  const link = document.querySelector("[data-exit]");
  const keys = document.querySelector("[data-exit-keys]");
  if (!link) {
    return;
  }

  const presses = 3;
  const within = 5000; // milliseconds
  let pressed = [];

  const leave = () => {
    document.title = "";
    document.body.hidden = true; // the other page may take a moment to come
    location.replace(link.href);
  };

  link.addEventListener("click", (event) => {
    event.preventDefault();
    leave();
  });

  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") {
      pressed = [];
      return;
    }

    event.preventDefault(); // to a browser, Escape also means to stop loading, and what loads is the way out
    pressed = [...pressed.filter((at) => event.timeStamp - at < within), event.timeStamp];
    if (pressed.length >= presses) {
      leave();
    }
  });

  keys?.removeAttribute("hidden");
})();
