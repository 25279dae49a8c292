//! Sources that are brought in: what becomes of each kind, and that nothing is lost.

mod alike;
mod based;
mod cases;
mod cut;
mod dates;
mod decides;
mod docx;
mod drawn;
mod headings;
mod headless;
mod html;
mod judged;
mod left_out;
mod lines;
mod looks;
mod loss;
mod pdf;
mod place;
mod print;
mod reader;
mod sentences;
mod speed;
mod told;
mod unseen;
mod untried;
mod uses;
