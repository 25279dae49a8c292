//! Sources that are brought in: what becomes of each kind, and that nothing is lost.

mod cases;
mod docx;
mod html;
mod looks;
mod loss;
mod pdf;
mod reader;
mod sentences;
mod speed;
mod untried;
