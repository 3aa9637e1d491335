# To be sourced: gathers definitions for judges to look at.
#   pipeline_definitions FOLDER    writes FOLDER/*.definition.json: the unit tests' golden files, which are what is
#                                  rendered from the smallest and the fullest settings, and the example, rendered now
pipeline_definitions() {
  local folder=$1 judges clone name
  judges=$(cd -P -- "$(dirname -- "${BASH_SOURCE[0]}")" && pwd)
  clone=$judges/../..
  for name in small full; do
    cp "$clone/pipeline-definition/src/test/resources/pipeline/$name.json" "$folder/$name.definition.json"
  done
  timeout 600 "$clone/shardline" pipeline render "$clone/docs/examples/brain-mri-sagemaker.yaml" --quiet \
    --output "$folder/example.definition.json" >/dev/null
}
