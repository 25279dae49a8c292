// Takes the page over with React, `wait` milliseconds after it has loaded: its root, or all of it.
window.hydration = { done: false, mismatches: [] };
addEventListener("load", () => {
  const query = new URLSearchParams(location.search);
  const library = document.createElement("script");
  library.src = `/__test/hosts/npm/react-${query.get("react") ?? 19}.js`;
  library.onload = () => setTimeout(run, query.get("wait") ?? 0);
  document.head.append(library);

  const run = () => {
    const h = React.createElement;
    const field = (kind, id, name, label) => h("p", null, h("label", { htmlFor: id }, label), h(kind, { id, name }));
    const Form = () => {
      const [step, setStep] = React.useState(0);
      React.useEffect(() => {
        window.hydration.done = true;
        window.draw = () => setStep((step) => step + 1);
      }, []);
      return h(
        "main", null,
        h("h1", null, "Make a complaint"),
        h("form", { id: "form", action: "/demo/echo", method: "post" }, field("input", "name", "full-name", "Full name"), field("textarea", "details", "details", "What happened"), step > 0 && h("p", { id: "more" }, "Drawn anew"), h("button", null, "Send")),
      );
    };
    const options = { onRecoverableError: (error) => window.hydration.mismatches.push(error.message) };
    const root = document.getElementById("root");
    if (query.get("draw") == "client") {
      root.replaceChildren();
      ReactDOM.createRoot(root).render(h(Form));
    } else if (root) ReactDOM.hydrateRoot(root, h(Form), options);
    else {
      const script = (src) => h("script", { src });
      const head = h("head", null, h("meta", { charSet: "utf-8" }), h("title", null, "React"), script("/__test/collect.js"), script("/__test/tag.js"));
      ReactDOM.hydrateRoot(document, h("html", { lang: "en" }, head, h("body", null, h(Form), script("/__test/hosts/react.js"))), options);
    }
  };
});
