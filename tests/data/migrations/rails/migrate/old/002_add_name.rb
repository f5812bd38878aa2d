class AddName < ActiveRecord::Migration[6.1]; def change; add_column :things, :name, :string; end; end
