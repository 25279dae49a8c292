//! Texts that went wrong once, each of a kind.

macro_rules! texts {
    ($($name:ident = $file:literal),* $(,)?) => {
        $(pub(crate) const $name: &str = include_str!(concat!("texts/", $file, ".txt"));)*
        /// Every text, by its name.
        pub(crate) const ALL: &[(&str, &str)] = &[$(($file, $name)),*];
    };
}

texts! {
    LABELS = "label-lines-lost",
    REPEATED = "repeated-facts-dropped",
    FIGURES = "table-figures-dropped",
    SWALLOWED = "section-swallowed-by-bullet",
    CLOSE = "no-blank-lines",
    CONTROLLER = "controller-of-the-project",
    DATED = "stated-date-denied",
    HEADINGS = "headings",
    LAWS = "laws",
    PHONES = "phones",
    PERIODS = "periods",
    BULLETS = "bullets",
    SOFT = "soft-hyphens",
    TABLE = "table",
    MARK = "mark-counted-in-sentence",
    NAMED = "law-named-in-prose",
    LEISURE = "leisure",
    OPTIONS = "housing-options",
}
