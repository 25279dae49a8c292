//! The script that wasm-bindgen makes beside a module, made to work on pages that have put something of their own in the place
//! of a browser's class: `window.Window` of MooTools, for one. `instanceof` asks the page's.

/// What stands before the class in each check of the glue.
const CHECK: &str = "result = arg0 instanceof ";
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
    made + IS
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
}
