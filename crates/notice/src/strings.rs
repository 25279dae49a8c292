//! The interface's own words. Every language is a file in `crates/publish/strings/`, and a row in
//! `crates/publish/src/interface_words.rs`; this list is what each must hold.

use std::sync::Arc;

use serde::{Deserialize, Serialize};
use strum::{VariantArray, VariantNames};

/// A text of the interface. Its key in a strings file is its name in kebab case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, VariantArray, VariantNames)]
#[strum(serialize_all = "kebab-case")]
#[expect(
    missing_docs,
    reason = "the text itself, in strings/en.toml, says it best"
)]
pub enum Text {
    // The language itself: its own name for itself, and `ltr` or `rtl`
    Language,
    Direction,
    // Notice card and dialog
    CardHeading,
    QuestionWho,
    QuestionWhy,
    QuestionMust,
    QuestionSees,
    QuestionKeeps,
    QuestionRights,
    ReadWhole,
    ReadingMinute,
    ReadingMinutes,
    Close,
    Contents,
    Permalink,
    Print,
    OpenPage,
    WhyAsk,
    WhyAskField,
    OnlyIfYouAgree,
    OnlyInEmergency,
    OnlyIfLaw,
    NoticeFallback,
    NoticeUntranslated,
    NoticeChanged,
    // The card of a notice read before
    SeenChanged,
    SeenBefore,
    PointsHide,
    PointsShow,
    // A translated notice
    MadeByMachine,
    OtherLanguages,
    // Rights helper: what the page says
    RequestHeading,
    RequestIntro,
    RequestTerms,
    RequestTo,
    RequestRetired,
    RequestNoEmail,
    RequestNoContact,
    RequestMail,
    RequestCopy,
    RequestCopied,
    RequestSelected,
    RequestTwice,
    Complain,
    ComplaintTerms,
    // Rights helper: the messages
    MessageSubject,
    MessageSubjectComplaint,
    Message,
    MessageTerms,
    MessageTermsComplaint,
    AskAccess,
    AskRectification,
    AskErasure,
    AskPortability,
    AskObjection,
    AskRestriction,
    AskAutomatedDecisions,
    AskComplaint,
    // Facts
    NotStated,
    Version,
    Restates,
    Basis,
    BasisMeaning,
    BasisConsent,
    BasisContract,
    BasisLegalObligation,
    BasisVitalInterests,
    BasisPublicTask,
    BasisRecognised,
    BasisLegitimateInterests,
    ListIsOpen,
    SpecialData,
    Processor,
    JointControllers,
    Officer,
    Registration,
    Phone,
    Email,
    Post,
    Website,
    LawsCited,
    // Section headings used when the notice's prose gives none
    SectionWho,
    SectionCollection,
    SectionData,
    SectionSources,
    SectionPurposes,
    SectionChoice,
    SectionResearch,
    SectionRecipients,
    SectionTransfers,
    SectionRetention,
    SectionSecurity,
    SectionAccuracy,
    SectionRights,
    SectionAutomated,
    SectionChildren,
    SectionCookies,
    SectionComplaints,
    SectionChanges,
    // A page that is not there
    PageMissing,
    // The cookie bar
    CookiesHeading,
    CookiesText,
    CookiesTextExempt,
    AcceptAll,
    RejectAll,
    Choose,
    Accepted,
    Rejected,
    ChoiceSaved,
    CookiesLeft,
    RanAlready,
    LoadAgain,
    SignalHonoured,
    Change,
    Hide,
    // Cookies, preferences
    PreferencesHeading,
    PreferencesIntro,
    PolicyUntranslated,
    Save,
    AlwaysOn,
    AllowCategory,
    OnUntilObjection,
    ShowCookies,
    CookieName,
    CookieProvider,
    CookiePurpose,
    CookieLifetime,
    KindCookie,
    KindLocalStorage,
    KindSessionStorage,
    ServiceBy,
    Chosen,
    ChosenNone,
    // The receipt of a choice
    ReceiptHeading,
    ReceiptIntro,
    ReceiptNumber,
    ReceiptTime,
    ReceiptYes,
    ReceiptNo,
    ReceiptNothing,
    ReceiptUntil,
    ReceiptSave,
    // Static pages
    LastChanged,
    Months,
    PrintPage,
    PrintHint,
    NoticePages,
    PartPageOnly,
    SuccessionPlanned,
    History,
    HistoryWording,
    PageTitle,
    SkipToContent,
    AllNotices,
    AllNoticesIntro,
    CookiesPage,
    CookiesPageIntro,
    OffUntilAllowed,
    FootingEssential,
    FootingConsent,
    FootingExempt,
    FootingLaw,
    CookiesChange,
    CookiesChangeSite,
    CookiesChangeBrowser,
    CookiesLink,
    // Gated content
    FrameBlocked,
    FrameOnce,
    FrameAlways,
    // Guardian prompt
    GuardianQuestion,
    GuardianWhy,
    GuardianUnder,
    GuardianOver,
    GuardianUnsaid,
    GuardianAsk,
    GuardianConfirmed,
    GuardianNotYet,
    GuardianThanks,
    GuardianWait,
    GuardianHelp,
    GuardianDanger,
    GuardianAnswerFirst,
    GuardianRefused,
    // Handout for someone whose details another gave
    HandoutTitle,
    HandoutLead,
    HandoutFrom,
    HandoutFromHint,
    HandoutName,
    HandoutOrganisation,
    HandoutDate,
    HandoutHappens,
    HandoutWhen,
    HandoutWhenText,
    HandoutNo,
    HandoutNoText,
    HandoutPermission,
    HandoutWhole,
    HandoutKeep,
    HandoutScan,
    // A shared screen
    KioskTools,
    KioskTake,
    KioskTakeHeading,
    KioskScan,
    KioskSquare,
    KioskRead,
    KioskHush,
    KioskLarger,
    KioskContrast,
    KioskLanguage,
    KioskRestart,
    KioskWaiting,
    KioskThere,
    KioskClears,
    KioskStay,
    KioskCleared,
    KioskOffline,
    KioskNotSent,
    // Words made by machine; empty where a person has answered for them
    WordsByMachine,
    BarByMachine,
}

impl Text {
    /// The keys of a strings file, in the order of the enum.
    pub const KEYS: &[&str] = <Self as VariantNames>::VARIANTS;

    /// Every text, likewise.
    pub const ALL: &[Self] = <Self as VariantArray>::VARIANTS;
}

/// The texts of one language. On the wire: an array in the order of [`Text`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Strings(Arc<[String]>);

impl Strings {
    /// Takes one text a key, in the order of [`Text::KEYS`].
    ///
    /// # Errors
    /// Gives the list back when it has not exactly one text a key.
    pub fn new(texts: Vec<String>) -> Result<Self, Vec<String>> {
        if texts.len() == Text::KEYS.len() {
            Ok(Self(texts.into()))
        } else {
            Err(texts)
        }
    }

    /// Returns the text itself; empty when a newer widget meets an older list.
    #[must_use]
    pub fn get(&self, text: Text) -> &str {
        self.0.get(text as usize).map_or("", String::as_str)
    }

    /// Returns the text with the one `{…}` in it replaced by `value`.
    #[must_use]
    pub fn with(&self, text: Text, value: &str) -> String {
        match self.around(text) {
            (whole, "") if whole.len() == self.get(text).len() => whole.to_owned(),
            (before, after) => [before, value, after].concat(),
        }
    }

    /// Names a notice for what has no other heading. What such a text is called stands beside the title, unless that says it.
    #[must_use]
    pub fn page_title(&self, title: &str) -> String {
        let (before, after) = self.around(Text::PageTitle);
        let kind = if after.is_empty() { before } else { after };
        let kind = kind.trim_matches([':', '–', '-', ' ']).as_bytes();
        // Byte by byte: what knows the capitals of every language weighs more in the widget than it is worth here.
        let has = |part: &[u8]| part.eq_ignore_ascii_case(kind);
        if !kind.is_empty() && title.as_bytes().windows(kind.len()).any(has) {
            return title.to_owned();
        }
        self.with(Text::PageTitle, title)
    }

    /// Returns what stands before and after the one `{…}`; without one, everything and nothing.
    #[must_use]
    pub fn around(&self, text: Text) -> (&str, &str) {
        let text = self.get(text);
        // By hand: the search that `str::replace` brings weighs 2 KB in the widget.
        match (text.find('{'), text.find('}')) {
            (Some(start), Some(end)) if start < end => (&text[..start], &text[end + 1..]),
            _ => (text, ""),
        }
    }
}
