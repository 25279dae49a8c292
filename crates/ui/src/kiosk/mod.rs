//! What a shared screen has beside the notice: a bar of tools, the question whether anybody is there, and a square to
//! take the notice home.

mod bar;
mod countdown;
mod square;
mod tools;

use bar::{Bar, BarProps};
use countdown::{Countdown, CountdownProps};
use leptos::prelude::*;
use notice::strings::Strings;
pub use square::drawing as qr_drawing;
use square::{Square, SquareProps};
pub use tools::{NoticeLanguage, Tools};

/// Renders all of it, in the language that `strings` holds at the moment.
#[component]
pub fn KioskScreen(
    /// What the tools are set to.
    tools: Tools,
    /// The interface's words.
    strings: RwSignal<Strings>,
    /// What a visitor can choose from.
    languages: Vec<NoticeLanguage>,
) -> impl IntoView {
    let dirs = languages.clone();
    let dir = move || {
        let lang = tools.lang.get();
        dirs.iter()
            .find(|one| one.code == lang)
            .map(|one| one.dir.clone())
    };
    view! {
        <div class="screen" lang=move || tools.lang.get() dir=dir>
            {Bar(BarProps { tools, strings, languages })}
            {Square(SquareProps { tools, strings })}
            {Countdown(CountdownProps { tools, strings })}
        </div>
    }
}
