//! The form audit: a panel beside the page, for the page's editors.

mod form;
mod state;
mod stored;

use leptos::prelude::*;

use form::form;
pub use state::{AuditMessage, AuditState};
use stored::stored;

/// Renders the panel, the button that brings it back, and the frame that marks a field.
pub fn audit_panel(state: AuditState) -> impl IntoView {
    let forms = move || {
        let page = state.page.get();
        let none = page.forms.is_empty();
        let none = none.then(|| view! { <p>"There is no form on this page."</p> });
        let forms = page.forms.into_iter().enumerate();
        let forms = forms.map(|(at, one)| form(state, at, one));
        view! { {forms.collect_view()} {none} }
    };
    view! {
        <div class="audit" class:closed=move || !state.open.get() role="dialog" aria-labelledby="audit-title"
            on:keydown=move |event| if event.key() == "Escape" { event.prevent_default(); event.stop_propagation(); state.close.run(()) }>
            <div class="audit-head">
                <h2 id="audit-title" tabindex="-1">"Form audit"</h2>
                <button class="button" type="button" on:click=move |_| state.close.run(())>"Close"</button>
            </div>
            <div class="audit-body">
                <p class="note">"For editors. It reads this page and changes nothing; nothing is sent or kept. Choose a field to see it on the page."</p>
                {forms}
                {move || stored(state.page.with(|page| page.undeclared.clone()))}
            </div>
            <div class="audit-foot">
                <button class="button strong" type="button" on:click=move |_| state.copy.run(())>"Copy as text"</button>
                <p role="status">{move || words(state.said.get())}</p>
                {move || state.by_hand.get().map(|all| view! {
                    <textarea readonly=true rows="6" aria-label="The audit as text">{all}</textarea>
                })}
            </div>
        </div>
        <button class="reopen button" class:closed=move || state.open.get() type="button" on:click=move |_| state.show.run(())>"Form audit"</button>
        <div class="frame" hidden=true aria-hidden="true"></div>
    }
}

fn words(said: AuditMessage) -> &'static str {
    match said {
        AuditMessage::Nothing => "",
        AuditMessage::Copied => "Copied. You can paste it into a message.",
        AuditMessage::Select => {
            "This browser gives no clipboard. The text is selected below: copy it with your keyboard."
        }
        AuditMessage::Marked => "Marked on the page.",
        AuditMessage::Unseen => "This field is on the page, but cannot be seen now.",
    }
}
