/// The IAM policies a pipeline needs and no more: for the role its jobs run as, for whoever deploys
/// and starts it, and the trust that lets the service use the role.
@NullMarked
package dev.shardline.pipeline.policy;

import org.jspecify.annotations.NullMarked;
