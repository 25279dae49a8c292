//! What a returning visitor is told of a notice that they have read before, where they let that be kept.

/// Returns the name under which a browser keeps the version that its visitor read last, by notice and reader (a
/// [`view_key`](crate::manifest::view_key)). `cookies.toml` declares all of them as `council_notice_read_*`.
///
/// ```
/// use notice::seen::key;
/// assert_eq!(key("derby-homes", "/"), "council_notice_read_derby-homes//");
/// assert_eq!(key("town-hall", "desk/"), "council_notice_read_town-hall/desk/");
/// ```
#[must_use]
pub fn key(notice: &str, view: &str) -> String {
    ["council_notice_read_", notice, "/", view].concat()
}

/// How the version on the page stands to the one read last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// None was read that we know of: nothing is said.
    Never,
    /// It was this one, or one that tells this reader the same facts: the card may stay folded.
    Same,
    /// It was another: the visitor is told what changed.
    Earlier,
}

impl Seen {
    /// Compares the version read `last` with the one on the page, `now`. `facts_changed` says whether facts differ between the
    /// two, as far as is known: a version that nobody kept may hold anything.
    ///
    /// ```
    /// use notice::seen::Seen;
    /// assert_eq!(Seen::of(None, "2", None), Seen::Never);
    /// assert_eq!(Seen::of(Some("2"), "2", None), Seen::Same);
    /// assert_eq!(Seen::of(Some("1"), "2", Some(true)), Seen::Earlier);
    /// assert_eq!(Seen::of(Some("1"), "2", Some(false)), Seen::Same, "only the wording");
    /// assert_eq!(Seen::of(Some("1"), "2", None), Seen::Earlier, "nothing is known of it");
    /// ```
    #[must_use]
    pub fn of(last: Option<&str>, now: &str, facts_changed: Option<bool>) -> Self {
        match last {
            None => Self::Never,
            Some(last) if last == now || facts_changed == Some(false) => Self::Same,
            Some(_) => Self::Earlier,
        }
    }
}
