//! How a type of the rules and its form on disk are tied together.
//!
//! Each macro writes a form type with the listed fields and both conversions. A field or variant
//! that is missing from a list, or is renamed in the rules only, does not compile.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::CodecError;

/// A type with a form on disk.
pub(super) trait Wire: Sized {
    type Form: Serialize + DeserializeOwned;
    fn to_form(&self) -> Self::Form;
    fn from_form(form: Self::Form) -> Result<Self, CodecError>;
}

/// A struct: a JSON object. Fields after `empty` are not written and are empty after reading.
macro_rules! wire_struct {
    ($rule:ident as $form:ident {
        $($field:ident: $ty:ty),* $(,)?
    } $(empty $($empty:ident),*)?) => {
        #[derive(serde::Serialize, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub(in crate::codec) struct $form {
            $($field: <$ty as Wire>::Form,)*
        }

        impl Wire for $rule {
            type Form = $form;
            fn to_form(&self) -> $form {
                $form { $($field: Wire::to_form(&self.$field),)* }
            }
            fn from_form(form: $form) -> Result<Self, CodecError> {
                Ok(Self {
                    $($field: <$ty as Wire>::from_form(form.$field)?,)*
                    $($($empty: Default::default(),)*)?
                })
            }
        }
    };
}
pub(super) use wire_struct;

/// An enum: `"name"`, `{"name":{...}}` or `{"name":value}`.
macro_rules! wire_enum {
    ($rule:ident as $form:ident {
        $($variant:ident $({ $($field:ident: $ty:ty),* $(,)? })? $(($inner:ident: $inner_ty:ty))?),*
        $(,)?
    }) => {
        #[derive(serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "snake_case", deny_unknown_fields)]
        pub(in crate::codec) enum $form {
            $($variant $({ $($field: <$ty as Wire>::Form),* })? $((<$inner_ty as Wire>::Form))?,)*
        }

        impl Wire for $rule {
            type Form = $form;
            fn to_form(&self) -> $form {
                match self {
                    $(Self::$variant $({ $($field),* })? $(($inner))? => {
                        $form::$variant
                            $({ $($field: Wire::to_form($field)),* })?
                            $((Wire::to_form($inner)))?
                    })*
                }
            }
            fn from_form(form: $form) -> Result<Self, CodecError> {
                Ok(match form {
                    $($form::$variant $({ $($field),* })? $(($inner))? => {
                        Self::$variant
                            $({ $($field: <$ty as Wire>::from_form($field)?),* })?
                            $((<$inner_ty as Wire>::from_form($inner)?))?
                    })*
                })
            }
        }
    };
}
pub(super) use wire_enum;
