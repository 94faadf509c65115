//! `quarry plan`: how many machines, how long, how sure, how much.
//!
//! Does not know the law (`quarry_fleet::plan`); it reads what was asked, and tells the answer as
//! text (`text`), as JSON (`view`) and as a drawing (`plot`).

mod input;
mod text;
mod view;

use quarry_fleet::plan::{Answer, plan};

use crate::cli::PlanArgs;
use crate::error::AppError;
use crate::output::Output;
use crate::plot;

pub(crate) fn run(args: &PlanArgs, output: &Output) -> Result<(), AppError> {
    let asked = input::asked(args)?;
    let plan = plan(&asked.request);
    if let Some(path) = &args.svg {
        let drawing = plot::machines(&asked.request, &plan)
            .map_err(|error| AppError::failed(format!("draw the plan: {error}")))?;
        plot::write(path, &drawing)?;
        output.say(&format!("drawn into {}", path.display()));
    }
    let view = view::PlanView::new(&asked, &plan);
    if plan.answer != Answer::OutOfReach {
        output.result(&view, |_| text::of(&asked.request, &plan))?;
        return Ok(());
    }
    if !output.is_json() {
        output.result(&view, |_| text::of(&asked.request, &plan))?;
    }
    Err(AppError::LimitReached {
        message: text::out_of_reach(&asked.request),
        hint: Some(text::nearest(&asked.request, &plan)),
        json: crate::output::document(&view),
    })
}
