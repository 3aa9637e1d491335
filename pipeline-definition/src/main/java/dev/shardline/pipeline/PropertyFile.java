package dev.shardline.pipeline;

/// A JSON file that a step leaves in one of its outputs and that later steps may look into.
///
/// @param output the name of the step's output
/// @param path the file, relative to that output
public record PropertyFile(String name, String output, String path) {}
