//! What Leptos renders on the host, as HTML text and as a tree that a script can build without `innerHTML`.

use leptos::prelude::{IntoView, Owner, RenderHtml};
use serde_json::{Map, Value};

use super::Error;

/// Renders a view to HTML without the comments that only hydration needs.
pub(crate) fn render<V: IntoView>(view: impl FnOnce() -> V) -> String {
    let html = Owner::new().with(|| view().into_view().to_html());
    // Text never holds these: `<` is escaped in it.
    html.replace("<!>", "").replace("<!--<() />-->", "")
}

/// Makes the JSON tree of a fragment: an element is `["tag", {attributes}, child…]`, text is itself.
///
/// # Errors
/// [`Error::Markup`] when the fragment is not one well-formed element: void elements but `<input>`, and attributes
/// without a value, have no place in a tree.
pub(crate) fn tree(name: &'static str, html: &str) -> Result<Value, Error> {
    let markup = |error: roxmltree::Error| Error::Markup {
        name,
        why: error.to_string(),
    };
    let html = closed(html);
    let document = roxmltree::Document::parse(&html).map_err(markup)?;
    Ok(element(document.root_element()))
}

/// Returns the same with every `<input …>` closed, as XML wants it. Leptos leaves `>` in an attribute's value as it is.
fn closed(html: &str) -> String {
    let mut parts = html.split("<input");
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let mut quoted = false;
        let end = part.find(|c| {
            quoted ^= c == '"';
            c == '>' && !quoted
        });
        let (attributes, rest) = part.split_at(end.unwrap_or(part.len()));
        out.extend(["<input", attributes, "/", rest]);
    }
    out
}

fn element(node: roxmltree::Node) -> Value {
    let mut attributes: Map<_, _> = node
        .attributes()
        .map(|one| (one.name().to_owned(), one.value().into()))
        .collect();
    // HTML knows by the tag that a drawing begins; a script that makes the elements must be told.
    if node.tag_name().name() == "svg" {
        attributes.insert("xmlns".into(), "http://www.w3.org/2000/svg".into());
    }
    let mut list = vec![node.tag_name().name().into(), Value::Object(attributes)];
    list.extend(node.children().filter_map(|child| match child.text() {
        _ if child.is_element() => Some(element(child)),
        Some(text) if child.is_text() => Some(text.into()),
        _ => None,
    }));
    Value::Array(list)
}

#[cfg(test)]
mod tests {
    use leptos::prelude::*;

    use super::*;

    #[test]
    fn view_becomes_clean_html_and_a_tree() {
        let name = "A & <B>".to_owned();
        let html = render(move || {
            view! { <p part="x">"Hello, " {name} "."<b class="y">"Bye"</b>{None::<String>}</p> }
        });
        assert_eq!(
            html,
            r#"<p part="x">Hello, A &amp; &lt;B&gt;.<b class="y">Bye</b></p>"#
        );
        assert_eq!(
            tree("x", &html).expect("well-formed").to_string(),
            r#"["p",{"part":"x"},"Hello, A & <B>.",["b",{"class":"y"},"Bye"]]"#
        );
        assert_eq!(
            tree("x", "<p><input name=\"a>b\">c</p>")
                .expect("well-formed")
                .to_string(),
            r#"["p",{},["input",{"name":"a>b"}],"c"]"#
        );
        assert_eq!(
            tree("x", "<svg><path d=\"M0 0\"></path></svg>")
                .expect("well-formed")
                .to_string(),
            r#"["svg",{"xmlns":"http://www.w3.org/2000/svg"},["path",{"d":"M0 0"}]]"#
        );
    }

    #[test]
    fn markup_that_no_tree_can_hold_is_refused() {
        assert!(tree("x", "<p>a<br>b</p>").is_err());
        assert!(tree("x", "<p></p><p></p>").is_err());
    }
}
