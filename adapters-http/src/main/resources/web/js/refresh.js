/** Calls `load` again after a while, but never for a page that nobody sees: then as soon as it is seen again. */
export function refresher(load) {
  let timer = null;
  let due = false;

  document.addEventListener('visibilitychange', () => {
    if (document.hidden || !due) return;
    due = false;
    load();
  });

  return function again(seconds) {
    clearTimeout(timer);
    due = false;
    timer = setTimeout(() => {
      if (document.hidden) due = true;
      else load();
    }, seconds * 1000);
  };
}
