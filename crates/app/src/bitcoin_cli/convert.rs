//! Words of the command line as parameters of a method: which are JSON, and which name what.
//!
//! The table is that of Core's `rpc/client.cpp`. Does not know methods that have only strings.

mod table;

use crate::exact_json::Json;

/// How a word becomes a parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    Json,
    /// The word itself, and never a name with a value.
    Text,
    /// JSON if it is some, else the word itself.
    JsonOrText,
}

use Form::{Json as AsJson, JsonOrText, Text};

type Rule = (usize, &'static str, Form);

fn rules(method: &str) -> &'static [Rule] {
    let found = table::METHODS.binary_search_by(|(name, _)| (*name).cmp(method));
    found.map_or(&[], |index| table::METHODS[index].1)
}

fn at(method: &str, position: usize) -> Option<Form> {
    rules(method).iter().find(|(index, ..)| *index == position).map(|(.., form)| *form)
}

fn of_name(method: &str, name: &str) -> Option<Form> {
    rules(method).iter().find(|(_, known, _)| *known == name).map(|(.., form)| *form)
}

fn convert(form: Option<Form>, word: &str) -> Result<Json, String> {
    match form {
        None | Some(Text) => Ok(Json::text(word)),
        Some(AsJson) => Json::parse(word).map_err(|_| format!("Error parsing JSON: {word}")),
        Some(JsonOrText) => Ok(Json::parse(word).unwrap_or_else(|_| Json::text(word))),
    }
}

/// Parameters by position.
///
/// # Errors
/// Core's text for a word that is not the JSON that it has to be.
pub(super) fn positional(method: &str, words: &[String]) -> Result<Json, String> {
    let each = words.iter().enumerate();
    let params = each.map(|(position, word)| convert(at(method, position), word));
    params.collect::<Result<_, _>>().map(Json::Array)
}

/// Parameters by name, with those before that have none (`-named`).
///
/// # Errors
/// Core's text for a word that is not the JSON that it has to be.
pub(super) fn named(method: &str, words: &[String]) -> Result<Json, String> {
    let mut params: Vec<(String, Json)> = Vec::new();
    let mut unnamed = Vec::new();
    for word in words {
        let here = at(method, unnamed.len());
        let Some((name, value)) = word.split_once('=') else {
            unnamed.push(convert(here, word)?);
            continue;
        };
        let form = of_name(method, name);
        if form.is_none() {
            // No such name: the `=` may be a part of the parameter whose turn it is.
            match (here, Json::parse(word)) {
                (Some(AsJson), Ok(json)) => {
                    unnamed.push(json);
                    continue;
                }
                (Some(Text), _) => {
                    unnamed.push(Json::text(word.as_str()));
                    continue;
                }
                _ => {}
            }
        }
        let value = convert(form, value)?;
        // The last of a name counts, for scripts that add to what they have.
        match params.iter_mut().find(|(known, _)| known == name) {
            Some((_, earlier)) => *earlier = value,
            None => params.push((name.to_owned(), value)),
        }
    }
    if !unnamed.is_empty() {
        // Beside an explicit one, if there is: the server decides.
        params.push(("args".to_owned(), Json::Array(unnamed)));
    }
    Ok(Json::Object(params))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &[&str]) -> Vec<String> {
        words.iter().map(|word| (*word).to_owned()).collect()
    }

    #[test]
    fn the_table_is_sorted() {
        assert!(table::METHODS.is_sorted_by_key(|(name, _)| *name));
    }

    #[test]
    fn words_become_what_the_method_takes() {
        let cases: [(&str, &[&str], &str); 7] = [
            ("getblockhash", &["12"], "[12]"),
            ("getblock", &["00ff", "2"], r#"["00ff",2]"#),
            ("getblockstats", &["00ff", r#"["a"]"#], r#"["00ff",["a"]]"#),
            ("getblockstats", &["7"], "[7]"),
            ("sendrawtransaction", &["00", "0.10000000"], r#"["00",0.10000000]"#),
            ("echo", &["1", "{}"], r#"["1","{}"]"#),
            ("uptime", &[], "[]"),
        ];
        for (method, typed, json) in cases {
            assert_eq!(positional(method, &words(typed)).unwrap().compact(), json, "{method}");
        }
        let error = positional("getblockhash", &words(&["x"])).unwrap_err();
        assert_eq!(error, "Error parsing JSON: x");
    }

    #[test]
    fn names_go_to_values_and_the_rest_by_position() {
        let cases: [(&str, &[&str], &str); 5] = [
            ("getblock", &["blockhash=00", "verbosity=1"], r#"{"blockhash":"00","verbosity":1}"#),
            ("getblock", &["00", "verbosity=1"], r#"{"verbosity":1,"args":["00"]}"#),
            ("getblock", &["verbosity=1", "verbosity=2"], r#"{"verbosity":2}"#),
            ("createwallet", &["my=wallet"], r#"{"args":["my=wallet"]}"#),
            ("testmempoolaccept", &[r#"["a=b"]"#], r#"{"args":[["a=b"]]}"#),
        ];
        for (method, typed, json) in cases {
            assert_eq!(named(method, &words(typed)).unwrap().compact(), json, "{method}");
        }
    }
}
