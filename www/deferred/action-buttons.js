// Makes buttons of other elements marked `data-council-notice`: gives them the role, and has them work by keyboard.
import { all } from "./roots.js";

const MARKED = ["accept", "reject", "preferences", "notice"].map((action) => `[data-council-notice=${action}]`).join();
const FOCUSABLE = "a[href],button,input,select,textarea,summary,[tabindex]";

export const actionButtons = () => {
  const bare = (element) => element.matches?.(MARKED) && !element.matches("[href],button,input,summary");
  // In the capture phase, as the click is heard.
  addEventListener("keydown", (event) => {
    const [element] = event.composedPath();
    if (!["Enter", " "].includes(event.key) || event.ctrlKey || event.altKey || event.metaKey || !bare(element)) return;
    event.preventDefault(); // the space would scroll
    if (!event.repeat) element.click();
  }, true);
  return {
    look() {
      // What holds a button leaves the keys to it.
      for (const element of all(MARKED))
        if (bare(element) && !element.querySelector(FOCUSABLE)) {
          if (!element.hasAttribute("role")) element.setAttribute("role", "button");
          if (!element.hasAttribute("tabindex")) element.tabIndex = 0;
        }
    },
  };
};
