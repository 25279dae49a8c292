// In every page before its own scripts: when the notice can be seen, and what the page shifted by.
(({ notice, accept, reject }) => {
  // `host >>> inside` looks into a shadow root.
  const find = (selector) => {
    const [outer, inner] = selector.split(" >>> ");
    const element = document.querySelector(outer);
    return inner ? element?.shadowRoot?.querySelector(inner) : element;
  };
  const visible = (element) => {
    if (!element?.checkVisibility({ opacityProperty: true, visibilityProperty: true })) return false;
    const { width, height, top, bottom } = element.getBoundingClientRect();
    return width > 0 && height > 0 && bottom > 0 && top < innerHeight;
  };
  const bench = { shift: 0, ran: [] };
  bench.shown = new Promise((shown) => {
    if (!notice) return addEventListener("load", () => shown(null));
    const frame = () => {
      const begun = performance.now();
      // A message is handled after the frame that the callback belongs to has been painted: to measure then has nothing
      // laid out for our sake, which would count as the notice's script.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => {
        const now = performance.now();
        if (visible(find(notice))) shown([begun, now]);
        else requestAnimationFrame(frame);
      };
      port2.postMessage(null);
    };
    // Nothing is looked for in every frame before there is something to look at: that would count as script.
    const watch = new MutationObserver(() => {
      if (!find(notice)) return;
      watch.disconnect();
      requestAnimationFrame(frame);
    });
    watch.observe(document, { childList: true, subtree: true });
  });
  // What stands in the frame that is painted first is there when the browser says that it has painted.
  bench.painted = async () => {
    const frame = await bench.shown;
    if (!frame) return null;
    const [begun, now] = frame;
    const first = await bench.first;
    return first.paintTime >= begun && first.paintTime <= now ? first.startTime : now;
  };
  bench.first = new Promise((seen) => {
    const look = (list) => list.getEntriesByName("first-paint").forEach(seen);
    new PerformanceObserver(look).observe({ type: "paint", buffered: true });
  });
  bench.press = (which) => {
    bench.pressed = performance.now();
    find(which === "accept" ? accept : reject).click();
  };
  window.ran = () => bench.ran.push(performance.now());
  new PerformanceObserver((list) => {
    for (const { hadRecentInput, value } of list.getEntries()) if (!hadRecentInput) bench.shift += value;
  }).observe({ type: "layout-shift", buffered: true });
  bench.result = () => {
    const count = (root) => {
      let nodes = 0;
      for (const walker = document.createTreeWalker(root); walker.nextNode(); nodes++) {
        const { shadowRoot } = walker.currentNode;
        if (shadowRoot) nodes += count(shadowRoot);
      }
      return nodes;
    };
    const fetched = performance.getEntriesByType("resource").filter(({ name }) => !/page\.css|favicon/.test(name));
    return {
      paint: performance.getEntriesByName("first-paint")[0]?.startTime ?? null,
      bytes: fetched.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0),
      requests: fetched.length,
      shift: bench.shift,
      nodes: count(document),
    };
  };
  Object.defineProperty(window, "__bench", { value: bench });
})
