/// The nouns of a data set: samples and the objects they consist of, subjects, class labels,
/// splits, parts. Pure values that say what is true of a data set after it was built, without a
/// word on where it came from or where it will run.
@NullMarked
package dev.shardline.dataset;

import org.jspecify.annotations.NullMarked;
