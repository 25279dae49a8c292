//! Content that is marked to wait for a choice and cannot.

/// A way to write content that cannot wait.
#[derive(Clone, Copy, Debug)]
pub struct Ungated {
    /// Whether it is looked for in the templates that wait, rather than in the page.
    pub in_template: bool,
    /// What is written so.
    pub selector: &'static str,
    /// What becomes of it, and what to write instead.
    pub remedy: &'static str,
}

/// Each of them.
pub const UNGATED: [Ungated; 4] = [
    Ungated {
        in_template: false,
        selector: "iframe[data-category][src],iframe[data-category][srcdoc],img[data-category][src],img[data-category][srcset],\
            source[data-category][src],source[data-category][srcset],video[data-category][src],video[data-category][poster],\
            audio[data-category][src],embed[data-category][src],object[data-category][data],link[data-category][href]",
        remedy: "loads before any choice: write data-src, data-srcset, data-data, data-poster or data-href, and put what is in a frame’s srcdoc into a page of its own",
    },
    Ungated {
        in_template: true,
        selector: "img[src],img[srcset],source[src],source[srcset],video[src],video[poster],audio[src],iframe[src],embed[src],image[href]",
        remedy: "stands in a template, where Firefox fetches it before any choice: give it a data-category of its own and write data-src",
    },
    Ungated {
        in_template: false,
        selector: "style[data-category]",
        remedy: "takes effect at once, with what it imports: put the rules into a file, and write <link rel=\"stylesheet\" data-category data-href>",
    },
    Ungated {
        in_template: false,
        selector: "script[data-category]:not([type=\"text/plain\"]),svg script[data-category]",
        remedy: "runs before any choice: write type=\"text/plain\", and no script inside a drawing",
    },
];

impl Ungated {
    /// Says what to put right, of an element by that name.
    #[must_use]
    pub fn finding(&self, name: &str) -> String {
        format!("<{}> {}.", name.to_lowercase(), self.remedy)
    }
}
