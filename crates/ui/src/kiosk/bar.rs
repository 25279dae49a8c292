//! The tools, at the lower edge: within reach of a child and of somebody in a wheelchair.

use leptos::prelude::*;
use notice::strings::{Strings, Text};

use crate::kiosk::{NoticeLanguage, Tools};

/// Renders the tools, one touch each: take the notice along, read it aloud, larger text, high contrast, another language, start
/// again.
#[component]
pub fn Bar(
    tools: Tools,
    strings: RwSignal<Strings>,
    languages: Vec<NoticeLanguage>,
) -> impl IntoView {
    let text = move |text: Text| move || strings.with(|t| t.get(text).to_owned());
    let pressed = |on: RwSignal<bool>| move || on.get().to_string();
    let read = move || {
        if tools.reading.get() {
            Text::KioskHush
        } else {
            Text::KioskRead
        }
    };
    let choices = (languages.len() > 1).then(|| {
        let choices = languages.into_iter().map(|language| {
            let (code, chosen) = (language.code.clone(), language.code.clone());
            view! {
                <button class="tool language" type="button" lang=language.code dir=language.dir
                    aria-pressed=move || (tools.lang.get() == chosen).to_string()
                    on:click=move |_| tools.speak.run(code.clone())>
                    {language.name}
                </button>
            }
        });
        view! {
            <div class="group" role="group" aria-label=text(Text::KioskLanguage)>{choices.collect_view()}</div>
        }
    });
    let said = move || {
        let t = strings.get();
        let text = if tools.unsent.get() {
            Text::KioskNotSent
        } else if tools.offline.get() {
            Text::KioskOffline
        } else if tools.cleared.get() {
            Text::KioskCleared
        } else {
            return String::new();
        };
        t.get(text).to_owned()
    };
    let grave = move || (tools.offline.get() || tools.unsent.get()).then_some("grave");
    view! {
        <section class="bar" aria-label=text(Text::KioskTools)>
            <p class="said" class:quiet=move || grave().is_none() role="status">{said}</p>
            <div class="tools">
                <div class="group">
                    <Tool icon="M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 14h2v2h-2zM14 18h2v2h-2zM18 18h2v2h-2z"
                        label=Text::KioskTake strings on_touch=tools.take />
                    <button class="tool read" type="button" hidden=move || !tools.voice.get()
                        aria-pressed=pressed(tools.reading) on:click=move |_| tools.read.run(())>
                        <Icon path="M4 9v6h4l5 4V5L8 9zM16 9c1.5 1.5 1.5 4.500 0 6M18.500 6.500c3 3 3 8 0 11" />
                        {move || strings.with(|t| t.get(read()).to_owned())}
                    </button>
                    <button class="tool" type="button" aria-pressed=pressed(tools.large)
                        on:click=move |_| tools.large.update(|on| *on = !*on)>
                        <Icon path="M2 19 8 5l6 14M4 15h8M15 19l3.500-8 3.500 8M16 16.500h5" />
                        {text(Text::KioskLarger)}
                    </button>
                    <button class="tool" type="button" aria-pressed=pressed(tools.contrast)
                        on:click=move |_| tools.contrast.update(|on| *on = !*on)>
                        <Icon path="M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 3v18M12 6h5M12 9h8M12 12h9M12 15h8M12 18h5" />
                        {text(Text::KioskContrast)}
                    </button>
                </div>
                {choices}
                <div class="group">
                    <Tool icon="M4 12a8 8 0 1 0 3-6.200M7 2v4h4" label=Text::KioskRestart strings on_touch=tools.restart />
                </div>
            </div>
        </section>
    }
}

#[component]
fn Tool(
    icon: &'static str,
    label: Text,
    strings: RwSignal<Strings>,
    on_touch: Callback<()>,
) -> impl IntoView {
    view! {
        <button class="tool" type="button" on:click=move |_| on_touch.run(())>
            <Icon path=icon />
            {move || strings.with(|t| t.get(label).to_owned())}
        </button>
    }
}

/// Renders a line icon of 24 units; the words beside it say the same.
#[component]
fn Icon(path: &'static str) -> impl IntoView {
    view! { <svg viewBox="0 0 24 24" aria-hidden="true"><path d=path></path></svg> }
}
