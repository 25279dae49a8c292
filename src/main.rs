//! The widget's entry: `start(gate)` is what the gate calls. See `widget`.

fn main() {
    // Linked for its exports; the gate calls `start` when something needs a face.
    #[cfg(target_arch = "wasm32")]
    let _ = council_notice::start;
}
