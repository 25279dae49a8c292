//! The form audit: a panel beside the page, for whoever edits it.

mod desk;
mod form;
mod stored;

use leptos::prelude::*;

pub use desk::{Desk, Said};
use form::form;
use stored::stored;

/// The panel, the button that brings it back, and the frame that marks a field.
pub fn audit_sheet(desk: Desk) -> impl IntoView {
    let forms = move || {
        let page = desk.page.get();
        let none = page.forms.is_empty();
        let none = none.then(|| view! { <p>"There is no form on this page."</p> });
        let forms = page.forms.into_iter().enumerate();
        let forms = forms.map(|(at, one)| form(desk, at, one));
        view! { {forms.collect_view()} {none} }
    };
    view! {
        <div class="audit" class:closed=move || !desk.open.get() role="dialog" aria-labelledby="audit-title"
            on:keydown=move |event| if event.key() == "Escape" { event.prevent_default(); event.stop_propagation(); desk.close.run(()) }>
            <div class="audit-head">
                <h2 id="audit-title" tabindex="-1">"Form audit"</h2>
                <button class="button" type="button" on:click=move |_| desk.close.run(())>"Close"</button>
            </div>
            <div class="audit-body">
                <p class="note">"For editors. It reads this page and changes nothing; nothing is sent or kept. Choose a field to see it on the page."</p>
                {forms}
                {move || stored(desk.page.with(|page| page.undeclared.clone()))}
            </div>
            <div class="audit-foot">
                <button class="button strong" type="button" on:click=move |_| desk.copy.run(())>"Copy as text"</button>
                <p role="status">{move || words(desk.said.get())}</p>
                {move || desk.by_hand.get().map(|all| view! {
                    <textarea readonly=true rows="6" aria-label="The audit as text">{all}</textarea>
                })}
            </div>
        </div>
        <button class="reopen button" class:closed=move || desk.open.get() type="button" on:click=move |_| desk.show.run(())>"Form audit"</button>
        <div class="frame" hidden=true aria-hidden="true"></div>
    }
}

fn words(said: Said) -> &'static str {
    match said {
        Said::Nothing => "",
        Said::Copied => "Copied. You can paste it into a message.",
        Said::Select => {
            "This browser gives no clipboard. The text is selected below: copy it with your keyboard."
        }
        Said::Marked => "Marked on the page.",
        Said::Unseen => "This field is on the page, but cannot be seen now.",
    }
}
