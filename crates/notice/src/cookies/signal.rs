//! Google's Consent Mode v2: which of its signals follows which category.

use super::Category;

/// A signal of Consent Mode v2 and the category that it follows: granted with it, denied without. The seventh,
/// `security_storage`, is always granted: what it covers is strictly necessary.
pub const SIGNALS: [(&str, Category); 6] = [
    ("ad_storage", Category::Marketing),
    ("ad_user_data", Category::Marketing),
    ("ad_personalization", Category::Marketing),
    ("analytics_storage", Category::Analytics),
    ("functionality_storage", Category::Preferences),
    ("personalization_storage", Category::Preferences),
];
