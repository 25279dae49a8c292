//! Who is measured, and how each is set up: as its own documentation says, with the words and categories that a
//! council needs. Where the documentation leaves the place of a tag open, the faster one was taken.

/// A cookie notice.
pub struct Candidate {
    /// Its package's name.
    pub id: &'static str,
    /// What the table calls it.
    pub name: &'static str,
    /// What goes into `<head>` and, below the mark, before `</body>`.
    setup: &'static str,
    /// The notice, its buttons that accept and refuse everything: selectors of `probe.js`.
    pub notice: &'static str,
    pub accept: &'static str,
    pub reject: &'static str,
    /// Files of its package that the page asks for.
    pub files: &'static [&'static str],
    /// How a script waits for the visitor's choice in the markup; `None` when the author writes that in script.
    gate: Option<fn(&str) -> String>,
}

/// How many gated scripts the pages have.
pub const GATED: [usize; 3] = [1, 100, 1000];

/// Ours comes first; then the peers.
pub static ALL: [Candidate; 6] = [
    Candidate {
        id: "council-notice",
        name: "council-notice",
        setup: include_str!("setup/council-notice.html"),
        notice: "council-notice-cookies >>> [part~=banner]",
        accept: "council-notice-cookies >>> [part~=accept]",
        reject: "council-notice-cookies >>> [part~=reject]",
        files: &[],
        gate: Some(typed),
    },
    Candidate {
        id: "orejime",
        name: "orejime 3.2.1",
        setup: include_str!("setup/orejime.html"),
        notice: ".orejime-Banner",
        accept: ".orejime-Banner-saveButton",
        reject: ".orejime-Banner-declineButton",
        files: &["dist/orejime-standard-en.js", "dist/orejime-standard.css"],
        gate: Some(|script| {
            format!("<template data-purpose=\"analytics\"><script>{script}</script></template>")
        }),
    },
    Candidate {
        id: "vanilla-cookieconsent",
        name: "vanilla-cookieconsent 3.1.0",
        setup: include_str!("setup/vanilla-cookieconsent.html"),
        notice: "#cc-main .cm",
        accept: "#cc-main .cm [data-role=all]",
        reject: "#cc-main .cm [data-role=necessary]",
        files: &["dist/cookieconsent.umd.js", "dist/cookieconsent.css"],
        gate: Some(typed),
    },
    Candidate {
        id: "klaro",
        name: "klaro 0.7.22",
        setup: include_str!("setup/klaro.html"),
        notice: ".klaro .cookie-notice",
        accept: ".klaro .cookie-notice .cm-btn-success",
        reject: ".klaro .cookie-notice .cn-decline",
        files: &["dist/klaro.js"],
        gate: Some(|script| {
            format!(
                "<script type=\"text/plain\" data-type=\"text/javascript\" data-name=\"analytics\">{script}</script>"
            )
        }),
    },
    Candidate {
        id: "tarteaucitronjs",
        name: "tarteaucitronjs 1.34.0",
        setup: include_str!("setup/tarteaucitronjs.html"),
        notice: "#tarteaucitronAlertBig",
        accept: "#tarteaucitronPersonalize2",
        reject: "#tarteaucitronAllDenied2",
        files: &[
            "tarteaucitron.min.js",
            "tarteaucitron.services.min.js",
            "css/tarteaucitron.min.css",
            "lang/tarteaucitron.en.min.js",
        ],
        gate: None,
    },
    Candidate {
        id: "cookieconsent",
        name: "cookieconsent 3.1.1",
        setup: include_str!("setup/cookieconsent.html"),
        notice: ".cc-window",
        accept: ".cc-window .cc-allow",
        reject: ".cc-window .cc-deny",
        files: &["build/cookieconsent.min.js", "build/cookieconsent.min.css"],
        gate: None,
    },
];

/// The page without any notice: what is subtracted from every other.
pub static NONE: Candidate = Candidate {
    id: "none",
    name: "the page alone",
    setup: "<!-- end of body -->",
    notice: "",
    accept: "",
    reject: "",
    files: &[],
    gate: None,
};

fn typed(script: &str) -> String {
    format!("<script type=\"text/plain\" data-category=\"analytics\">{script}</script>")
}

impl Candidate {
    /// The same page for all, with this candidate's notice and so many gated scripts.
    pub fn page(&self, gated: usize) -> String {
        let (head, end) = self
            .setup
            .split_once("<!-- end of body -->")
            .unwrap_or((self.setup, ""));
        let script = self
            .gate
            .map(|gate| gate("ran()").repeat(gated))
            .unwrap_or_default();
        include_str!("page.html")
            .replace("{head}", head.trim())
            .replace("{gated}", &script)
            .replace("{end}", end.trim())
    }

    /// Whether the page can have that many. Without markup of its own, one: the function that its settings name.
    pub fn gates(&self, count: usize) -> bool {
        self.gate.is_some() || count == 1
    }

    /// A published file's address under the candidate's folder: its own folders count only where its script builds
    /// addresses from them.
    pub fn address(&self, file: &str) -> String {
        let file = file
            .trim_start_matches("dist/")
            .trim_start_matches("build/");
        format!("{}/{file}", self.id)
    }
}
