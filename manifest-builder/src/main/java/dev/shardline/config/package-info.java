/// Reading `shardline.yaml`: strict, typed, every problem with its place and all of them at once.
/// Each section is read by the module that owns it; this package knows none of their keys.
@NullMarked
package dev.shardline.config;

import org.jspecify.annotations.NullMarked;
