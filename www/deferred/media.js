// Films, sound and plug-ins stop when what allowed them is taken back, and wait again.
import { empty } from "../gated/load.js";
import { all } from "./roots.js";

const MEDIA = ":is(video,audio,embed,object,video > source,audio > source)[data-category]";

export const media = (gate) => ({
  choice() {
    for (const element of all(MEDIA)) {
      const { category } = element.dataset;
      // What nobody declared, the page itself has opened (gated/main.js).
      if (gate.allows(category) || !gate.coversAll(category, gate.optional)) continue;
      const name = element.localName == "object" ? "data" : "src";
      const address = element.getAttribute(name);
      if (!address) continue;
      element.setAttribute("data-council-" + name, address);
      element.removeAttribute(name);
      const player = element.closest("video,audio");
      player?.pause();
      // Without a source it is empty.
      if (player) player.load();
      else empty(element);
    }
  },
});
