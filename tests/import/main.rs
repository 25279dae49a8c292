//! Sources that are brought in: what becomes of each kind, and that nothing is lost.

mod cases;
mod html;
mod looks;
mod loss;
mod reader;
mod speed;
