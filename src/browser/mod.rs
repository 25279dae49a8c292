//! One platform fact a file.
