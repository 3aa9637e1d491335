/// A SageMaker pipeline as typed data: parameters, expressions, steps, conditions. What can be
/// built here can be written as the service's JSON and read back without loss; nothing here talks
/// to a network, knows YAML or runs anything.
@NullMarked
package dev.shardline.pipeline;

import org.jspecify.annotations.NullMarked;
