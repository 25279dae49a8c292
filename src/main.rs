//! The widget's entry: `start(gate)` is what the gate calls. See `widget`.

fn main() {
    // Linked for its exports: the gate calls `start` when there is something to show.
    #[cfg(target_arch = "wasm32")]
    let _ = council_notice::start;
}
