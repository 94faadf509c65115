//! The listeners as a client sees them, over real sockets.
//!
//! * [`guards`]: who is let in, and with what; [`login`]: how a browser comes in.
//! * [`mining`]: the pages of a pool, its figures, and texts that others chose.
//! * [`events`]: the stream; [`public`]: the class without a token; [`slow`]: clients that take
//!   their time, and the server's end; [`pages`]: what the HTML holds.
//! * [`peers`]: the page in a real Chromium. Needs `chromium` and `chromedriver`.

mod events;
mod fixture;
mod guards;
mod login;
mod mining;
mod pages;
mod peers;
mod public;
mod sample;
mod slow;
