//! Drawings as SVG: time and cost over machines, hash rate over threads.
//!
//! Takes numbers and gives text, the same text for the same numbers; only `write` touches a file.
//! Drawn by `plotters` with its SVG backend alone: no font library, so widths of texts are guessed
//! and texts are short.

mod machines;
mod scaling;

use std::fmt;
use std::path::Path;

use plotters::prelude::{BLACK, Color, RGBColor, ShapeStyle, TextStyle};
use plotters::style::IntoFont;

pub(crate) use machines::machines;
pub(crate) use scaling::{ScalingPoint, scaling};

use crate::error::AppError;

/// Colours that are told apart also by those who see no red or no green (Okabe and Ito).
const BLUE: RGBColor = RGBColor(0, 114, 178);
const ORANGE: RGBColor = RGBColor(213, 94, 0);
const GREEN: RGBColor = RGBColor(0, 130, 100);
const GREY: RGBColor = RGBColor(120, 120, 120);

/// Why nothing was drawn.
#[derive(Debug, thiserror::Error)]
pub(crate) enum PlotError {
    /// No points, or a number that has no place on an axis.
    #[error("there is nothing to draw")]
    Nothing,
    /// The drawing library refused.
    #[error("{0}")]
    Library(String),
}

/// Writes a drawing into the file of `--svg`.
pub(crate) fn write(path: &Path, svg: &str) -> Result<(), AppError> {
    std::fs::write(path, svg).map_err(|error| {
        AppError::failed_with_hint(
            format!("cannot write --svg {}: {error}", path.display()),
            "name a file in a directory that exists and that you may write to",
        )
    })
}

fn library(error: impl fmt::Display) -> PlotError {
    PlotError::Library(error.to_string())
}

/// Puts a title into the document, for screen readers and tabs.
fn titled(svg: &str, title: &str) -> String {
    let title = title.replace('&', "&amp;").replace('<', "&lt;");
    match svg.split_once('>') {
        Some((open, rest)) => format!("{open} role=\"img\">\n<title>{title}</title>{rest}"),
        None => svg.to_owned(),
    }
}

fn font(size: u32) -> TextStyle<'static> {
    ("sans-serif", size).into_font().color(&BLACK.mix(0.85))
}

fn line(colour: RGBColor) -> ShapeStyle {
    colour.stroke_width(2)
}

/// A number on an axis: as short as it goes.
fn tick(value: f64) -> String {
    match value.abs() {
        size if size >= 1e6 || (size > 0.0 && size < 1e-3) => format!("{value:e}"),
        size if size >= 100.0 => format!("{value:.0}"),
        _ => {
            let text = format!("{value:.4}");
            text.trim_end_matches('0').trim_end_matches('.').to_owned()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The value of an attribute in one line of SVG.
    fn attribute(line: &str, name: &str) -> Option<f64> {
        let (_, rest) = line.split_once(&format!(" {name}=\""))?;
        rest.split_once('"')?.0.parse().ok()
    }

    /// Two attributes of each element of a kind, in order.
    pub(super) fn places(svg: &str, element: &str, names: [&str; 2]) -> Vec<(f64, f64)> {
        let place = |line: &str| Some((attribute(line, names[0])?, attribute(line, names[1])?));
        svg.lines().filter(|line| line.starts_with(element)).filter_map(place).collect()
    }

    /// Every coordinate; what cannot be read is no number.
    pub(super) fn numbers(svg: &str) -> impl Iterator<Item = f64> {
        const NAMES: [&str; 9] = ["x", "y", "x1", "y1", "x2", "y2", "cx", "cy", "points"];
        let texts = svg.lines().flat_map(|line| {
            NAMES.iter().filter_map(move |name| {
                let (_, rest) = line.split_once(&format!(" {name}=\""))?;
                Some(rest.split_once('"')?.0)
            })
        });
        texts
            .flat_map(|text| text.split([',', ' ']).filter(|part| !part.is_empty()))
            .map(|part| part.parse().unwrap_or(f64::NAN))
    }

    #[test]
    fn numbers_on_an_axis_are_short() {
        for (value, text) in [
            (0.0, "0"),
            (0.05, "0.05"),
            (1.5, "1.5"),
            (100.0, "100"),
            (65_536.0, "65536"),
            (1e9, "1e9"),
        ] {
            assert_eq!(tick(value), text);
        }
    }

    #[test]
    fn a_title_is_escaped() {
        let svg = titled("<svg a=\"1\">\n<g/></svg>", "a < b & c");
        assert_eq!(svg, "<svg a=\"1\" role=\"img\">\n<title>a &lt; b &amp; c</title>\n<g/></svg>");
    }
}
