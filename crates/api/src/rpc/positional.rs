//! Named parameters put in their places.
//!
//! A client may give parameters by name, or the first ones by position in a member `args` and the
//! rest by name. Members of a method's options object may stand among the named parameters. Does
//! not know types.

use super::{Json, RpcError};

/// A parameter's name in a method's list of parameters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Name<'a> {
    /// The name and its aliases, divided by `|`.
    pub names: &'a str,
    /// Whether it is a member of the options object that comes next in the list.
    pub option: bool,
}

/// The parameters in the order of `names`, with `null` where one is left out before another.
///
/// # Errors
/// -8 for a name that is unknown or given twice.
pub fn positional(members: Vec<(String, Json)>, names: &[Name<'_>]) -> Result<Vec<Json>, RpcError> {
    let mut given = Given::new(members)?;
    let mut out: Vec<Json> = Vec::new();
    let mut hole = 0_usize;
    let mut first_hole = 0_usize;
    let mut first_named = None;
    let mut options: Vec<(String, Json)> = Vec::new();
    for Name { names, option } in names {
        let found = given.take(names);
        if *option {
            if let Some((name, value)) = found {
                if options.iter().any(|(other, _)| *other == name) {
                    return Err(twice(&name));
                }
                options.push((name, value));
            }
            continue;
        }
        if options.is_empty() && found.is_none() {
            hole += 1;
            if out.is_empty() {
                first_hole = hole;
            }
            continue;
        }
        out.extend(std::iter::repeat_n(Json::Null, std::mem::take(&mut hole)));
        first_named.get_or_insert(*names);
        match (found, options.first()) {
            (Some((name, _)), Some((option, _))) => {
                return Err(RpcError::parameter(format!(
                    "Parameter {name} conflicts with parameter {option}"
                )));
            }
            (Some((_, value)), None) => out.push(value),
            (None, _) => out.push(Json::Object(std::mem::take(&mut options))),
        }
    }
    // An `args` of another type is taken too, and ignored, as Core does.
    if let Some((_, Json::Array(mut args))) = given.take("args") {
        if let Some(name) = first_named
            && first_hole < args.len()
        {
            return Err(RpcError::parameter(format!(
                "Parameter {name} specified twice both as positional and named argument"
            )));
        }
        args.extend(out.into_iter().skip(args.len()));
        out = args;
    }
    given.nothing_left()?;
    Ok(out)
}

/// The named parameters that have no place yet.
struct Given(Vec<(String, Json)>);

impl Given {
    fn new(members: Vec<(String, Json)>) -> Result<Self, RpcError> {
        let mut keys: Vec<&str> = members.iter().map(|(key, _)| &**key).collect();
        keys.sort_unstable();
        match keys.windows(2).find(|pair| pair[0] == pair[1]) {
            Some(pair) => Err(twice(pair[0])),
            None => Ok(Self(members)),
        }
    }

    fn take(&mut self, aliases: &str) -> Option<(String, Json)> {
        let mut aliases = aliases.split('|');
        let at = aliases.find_map(|alias| self.0.iter().position(|(key, _)| key == alias))?;
        Some(self.0.remove(at))
    }

    fn nothing_left(&self) -> Result<(), RpcError> {
        match self.0.first() {
            Some((name, _)) => Err(RpcError::parameter(format!("Unknown named parameter {name}"))),
            None => Ok(()),
        }
    }
}

fn twice(name: &str) -> RpcError {
    RpcError::parameter(format!("Parameter {name} specified multiple times"))
}
