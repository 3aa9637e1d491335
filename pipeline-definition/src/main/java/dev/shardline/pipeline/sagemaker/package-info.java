/// Talks to SageMaker: deploys a definition, starts, watches and stops executions, and looks at
/// what an account has. The only package of this module that knows the AWS SDK.
@NullMarked
package dev.shardline.pipeline.sagemaker;

import org.jspecify.annotations.NullMarked;
