//! The script that wasm-bindgen makes beside a module, made to work on pages that have put something of their own in the place
//! of a browser's class: `window.Window` of MooTools, for one. `instanceof` asks the page's.

/// What stands before the class in each check of the glue.
const CHECK: &str = "result = arg0 instanceof ";
/// How the glue asks for a module that is on its way, and what becomes of it: the page may have a `Response` of its own.
const RESPONSE: [&str; 2] = [
    "typeof Response === 'function' && module instanceof Response",
    "is(module, \"Response\")",
];
/// How it names a module that nobody gave it, around the file's name, and what becomes of that: the page may have a `URL` of its own.
const ADDRESS: [&str; 2] = ["new URL('", "', import.meta.url)"];
const BESIDE: [&str; 2] = ["import.meta.url.replace(/[^/]*$/, '", "')"];
/// Classes of the language: no library replaces them, and their instances carry no name.
const OWN: [&str; 3] = ["Error", "Object", "Array"];
/// Whether an object is of a browser's class: every prototype of one bears its name.
const IS: &str = "
const is = (object, name) => {
    while ((object = Object.getPrototypeOf(object)))
        if (Object.getOwnPropertyDescriptor(object, Symbol.toStringTag)?.value === name) return true;
    return false;
};
";

/// Has the glue know the browser's classes by their names.
pub(crate) fn by_name(script: &str) -> String {
    let mut parts = script.split(CHECK);
    let mut made = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let end = part
            .find(|letter: char| !letter.is_alphanumeric())
            .unwrap_or(part.len());
        let (class, rest) = part.split_at(end);
        if OWN.contains(&class) {
            made += &[CHECK, class, rest].concat();
        } else {
            made += &format!("result = is(arg0, \"{class}\"){rest}");
        }
    }
    let [asks, knows] = RESPONSE;
    beside(&made.replace(asks, knows)) + IS
}

fn beside(script: &str) -> String {
    let found = script
        .split_once(ADDRESS[0])
        .and_then(|(before, rest)| Some((before, rest.split_once(ADDRESS[1])?)));
    match found {
        Some((before, (file, after))) => [before, BESIDE[0], file, BESIDE[1], after].concat(),
        None => script.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn classes_of_the_browser_go_by_name() {
        let glue = "a: { result = arg0 instanceof Window; } b: { result = arg0 instanceof Error; } c instanceof Response";
        let made = by_name(glue);
        assert!(made.starts_with(
            "a: { result = is(arg0, \"Window\"); } b: { result = arg0 instanceof Error; } c instanceof Response"
        ));
        assert_eq!(made.matches("const is =").count(), 1);
    }

    #[test]
    fn a_module_is_known_and_found_without_classes_of_the_page() {
        let glue = "if (typeof Response === 'function' && module instanceof Response) { a } b = new URL('kiosk_bg.wasm', import.meta.url);";
        let made = by_name(glue);
        assert!(made.starts_with(
            "if (is(module, \"Response\")) { a } b = import.meta.url.replace(/[^/]*$/, 'kiosk_bg.wasm');"
        ));
    }
}
