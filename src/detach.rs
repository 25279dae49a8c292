//! Removes nodes from the page.

use web_sys::Node;

/// Takes a node out of its parent, if it has one. Not by `remove()`, which old libraries replace with their own.
pub(super) fn detach(node: &Node) {
    if let Some(parent) = node.parent_node() {
        // A child of its parent can be removed.
        let _ = parent.remove_child(node);
    }
}
