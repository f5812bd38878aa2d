class A < ActiveRecord::Migration[7.1]
  # add it :concurrently
  def change
    add_index :things, :name, algorithm: :concurrently
  end
end
